"""Open, see, treat and end an episode; help meanwhile; need that grew; equipment."""
