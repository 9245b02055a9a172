"""Puts the database back to what it held when the catalogue had been loaded, row by row.

A test whose rows another thread must see cannot be rolled back. Emptying all tables and loading
the catalogue anew takes a second; what one test has written is found and undone in a few
hundredths.
"""

from django.db import connection, transaction

KEPT = "kept_from_the_start"  # a schema: one table for each of ours

# Rows are compared as JSON: not every type has an equality, and a migration back and forth changes
# the order of columns. Foreign keys are looked at on commit, so the order of tables is any.
PUT_BACK = """
    DELETE FROM {table} AS now WHERE to_jsonb(now) NOT IN (SELECT to_jsonb(was) FROM {kept} AS was);
    INSERT INTO {table} ({columns}) SELECT {columns} FROM {kept} AS was
        WHERE to_jsonb(was) NOT IN (SELECT to_jsonb(now) FROM {table} AS now);
"""
TABLES = """
    SELECT quote_ident(relname), string_agg(quote_ident(attname), ', ')
    FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
    GROUP BY relname
"""  # what is generated from other columns cannot be written


def remember():
    """Keep a copy of every row."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {KEPT} CASCADE; CREATE SCHEMA {KEPT}")
        for table, _columns in tables(cursor):
            cursor.execute(f"CREATE TABLE {KEPT}.{table} AS TABLE {table}")


def put_back():
    """Undo what was written since ``remember``; sequences go on counting."""
    with transaction.atomic(), connection.cursor() as cursor:
        each = [
            PUT_BACK.format(table=table, kept=f"{KEPT}.{table}", columns=columns)
            for table, columns in tables(cursor)
        ]
        cursor.execute("".join(each))


def tables(cursor):
    """Return the name of each table and of the columns that can be written."""
    cursor.execute(TABLES)
    return cursor.fetchall()
