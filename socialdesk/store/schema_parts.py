"""Gives what all tables are made of: the two files, and the kinds of columns that occur everywhere."""

from __future__ import annotations

from sqlalchemy import Column, Integer, MetaData, Text, text

cache = MetaData()
desk = MetaData()


def id_() -> Column[int]:
    """The number of a row, given by the file."""
    return Column("id", Integer, primary_key=True)


def text_(name: str, default: str = "") -> Column[str]:
    """A text that is always there."""
    return Column(name, Text, nullable=False, server_default=default)


def number(name: str, default: int = 0) -> Column[int]:
    """A number that is always there: a moment, an amount, or whether something is so."""
    return Column(name, Integer, nullable=False, server_default=text(str(default)))
