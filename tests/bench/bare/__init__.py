"""What Django costs by itself: a session, a person, one indexed query and a small template."""
