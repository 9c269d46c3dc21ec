import requests


def fetch_price(item_id: int) -> float:
    response = requests.get(f"https://prices.example.com/items/{item_id}", timeout=5)
    return float(response.json()["price"])
