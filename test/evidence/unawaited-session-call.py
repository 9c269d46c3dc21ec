# /// script
# dependencies = ["sqlalchemy", "aiosqlite"]
# ///
"""Claim: a method of an async session that is not awaited does nothing: the row is still there after the commit."""

import asyncio

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)


async def bad(session: AsyncSession, order: object) -> None:
    session.delete(order)
    await session.commit()


async def fixed(session: AsyncSession, order: object) -> None:
    await session.delete(order)
    await session.commit()


async def rows_left(remove) -> int:
    engine = create_async_engine("sqlite+aiosqlite://")
    try:
        async with engine.begin() as connection:
            await connection.run_sync(Base.metadata.create_all)
        async with AsyncSession(engine, expire_on_commit=False) as session:
            order = Order()
            session.add(order)
            await session.commit()
            await remove(session, order)
            return await session.scalar(select(func.count()).select_from(Order))
    finally:
        await engine.dispose()


if __name__ == "__main__":
    left = asyncio.run(rows_left(bad)), asyncio.run(rows_left(fixed))
    print(f"bad:   {left[0]} row is left after it was deleted")
    print(f"fixed: {left[1]} rows are left")
    if left != (1, 0):
        raise SystemExit("The effect was not seen.")
