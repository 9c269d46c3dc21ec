from fastapi import FastAPI

from .prices import fetch_price

app = FastAPI()


@app.get("/items/{item_id}")
async def show_item(item_id: int) -> dict[str, float]:
    return {"price": fetch_price(item_id)}
