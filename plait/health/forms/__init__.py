"""What is asked about an episode, help meanwhile, need that grew, and equipment."""
