"""The themes of a workspace: remembered, changed, and each change taken back."""
