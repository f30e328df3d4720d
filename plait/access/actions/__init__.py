"""The doors of access: accounts, posts, ties and the links that let people in."""
