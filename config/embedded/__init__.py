"""A private Postgres of the app's own, started at the first connection when no DATABASE_URL is set.

The settings it needs:

    DATA_DIR = env.path("BACKBEAT_DATA", BASE_DIR / ".data")
    DATABASES = {
        "default": {
            "ENGINE": "config.embedded",
            "NAME": "backbeat",
            "CONN_MAX_AGE": None,
            "CONN_HEALTH_CHECKS": True,
        }
    }

"OPTIONS": {"data": folder} takes the place of DATA_DIR. HOST, PORT, USER and PASSWORD stay out: the
backend knows them.
"""
