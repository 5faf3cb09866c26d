"""Rules on sources, after ICD 206: what is known of them, what they share, who speaks in them."""
