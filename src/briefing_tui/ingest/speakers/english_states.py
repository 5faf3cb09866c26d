"""States and capitals that stand for their governments: 'Norway says the fence is “temporary”'."""

from __future__ import annotations

_ONE_WORD = (
    "Afghanistan Albania Algeria Andorra Angola Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh "
    "Belarus Belgium Belize Benin Bhutan Bolivia Botswana Brazil Britain Bulgaria Burundi Cambodia Cameroon Canada "
    "Chad Chile China Colombia Croatia Cuba Cyprus Czechia Denmark Djibouti Ecuador Egypt England Eritrea Estonia "
    "Eswatini Ethiopia Fiji Finland France Gabon Georgia Germany Ghana Greece Guatemala Guinea Guyana Haiti Honduras "
    "Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Kosovo "
    "Kuwait Kyrgyzstan Laos Latvia Lebanon Lesotho Liberia Libya Liechtenstein Lithuania Luxembourg Madagascar Malawi "
    "Malaysia Mali Malta Mauritania Mauritius Mexico Moldova Monaco Mongolia Montenegro Morocco Mozambique Myanmar "
    "Namibia Nepal Nicaragua Niger Nigeria Norway Oman Pakistan Palestine Panama Paraguay Peru Poland Portugal Qatar "
    "Romania Russia Rwanda Scotland Senegal Serbia Singapore Slovakia Slovenia Somalia Spain Sudan Suriname Sweden "
    "Switzerland Syria Taiwan Tajikistan Tanzania Thailand Togo Tunisia Turkey Türkiye Turkmenistan Uganda Ukraine "
    "Uruguay Uzbekistan Venezuela Vietnam Yemen Zambia Zimbabwe US U.S. USA U.S.A. UK U.K. UAE USSR Ankara Astana "
    "Athens Baghdad Baku Beijing Beirut Belgrade Berlin Bern Bratislava Brussels Bucharest Budapest Cairo Canberra "
    "Caracas Copenhagen Damascus Delhi Dhaka Doha Dublin Hanoi Havana Helsinki Islamabad Jakarta Jerusalem Kabul "
    "Khartoum Kyiv Kiev Lisbon Ljubljana London Madrid Manila Minsk Moscow Muscat Nairobi Nicosia Oslo Ottawa Paris "
    "Podgorica Prague Pristina Pyongyang Rabat Ramallah Reykjavik Riga Riyadh Rome Sarajevo Seoul Skopje Sofia "
    "Stockholm Taipei Tallinn Tashkent Tbilisi Tehran Tirana Tokyo Tripoli Tunis Ulaanbaatar Vienna Vilnius Warsaw "
    "Washington Yerevan Zagreb"
)

_SEVERAL_WORDS = (
    "Bosnia and Herzegovina", "Burkina Faso", "Central African Republic", "Costa Rica", "Czech Republic",
    "Democratic Republic of Congo", "Dominican Republic", "East Timor", "El Salvador", "Equatorial Guinea",
    "European Union", "Great Britain", "Islamic Republic", "Ivory Coast", "New Delhi", "New Zealand", "North Korea",
    "North Macedonia", "Northern Cyprus", "Papua New Guinea", "Saudi Arabia", "Sierra Leone", "Soviet Union",
    "South Africa", "South Korea", "South Sudan", "Sri Lanka", "Trinidad and Tobago", "United Arab Emirates",
    "United Kingdom", "United States", "West Germany", "East Germany", "Netherlands", "Philippines", "Maldives",
    "Gambia", "Congo", "Bahamas", "White House", "Downing Street", "Foggy Bottom", "Whitehall",
)  # fmt: skip

STATES = frozenset((*_ONE_WORD.split(), *_SEVERAL_WORDS))

GIVEN_NAMES = frozenset(
    "Adelaide Asia Austin Brooklyn Cairo Carolina Chad Chelsea Dakota Dallas Florence "
    "Georgia Havana Houston India Ireland Israel Jamaica Jordan Kenya Lincoln London Milan Montana Odessa Paris "
    "Preston Savannah Sofia Sydney Valencia Verona Victoria Vienna Virginia Washington".split()
)
"""Names of states and places that people have too."""
