# /// script
# dependencies = ["sqlalchemy", "aiosqlite"]
# ///
"""Claim: an attribute that is read after the commit of an async session raises `MissingGreenlet`, unless nothing expires on commit."""

import asyncio

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


def bad(engine):
    return async_sessionmaker(engine)


def fixed(engine):
    return async_sessionmaker(engine, expire_on_commit=False)


async def outcome(make_factory) -> str:
    engine = create_async_engine("sqlite+aiosqlite://")
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with make_factory(engine)() as session:
            order = Order(name="tea")
            session.add(order)
            await session.commit()
            try:
                return f"gave {order.name!r}"
            except SQLAlchemyError as error:
                # Where a driver makes its cursor asynchronously, the error of a statement is wrapped around it.
                return f"raised {type(getattr(error, 'orig', error)).__name__}"
    finally:
        await engine.dispose()


if __name__ == "__main__":
    outcomes = asyncio.run(outcome(bad)), asyncio.run(outcome(fixed))
    print(f"bad:   after the commit, order.name {outcomes[0]}")
    print(f"fixed: after the commit, order.name {outcomes[1]}")
    if outcomes != ("raised MissingGreenlet", "gave 'tea'"):
        raise SystemExit("The effect was not seen.")
