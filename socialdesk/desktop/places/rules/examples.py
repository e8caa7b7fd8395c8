"""Rules that are ready to be taken over and changed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from socialdesk.model.condition import All, Field, Is
from socialdesk.model.rule import Deed, Do, Rule, Trigger, When
from socialdesk.model.shield.values import ShieldKind
from socialdesk.model.thread import Priority

tr = QCoreApplication.translate
DELIVERY, SCAM, VIP = "delivery", "scam", "vip"
_PARCEL = frozenset(
    {"livraison", "colis", "suivi", "transporteur", "delivery", "parcel", "package", "tracking", "courier"}
)
_SCAM = frozenset(
    {"crypto", "bitcoin", "whatsapp", "telegram", "giveaway", "investissement", "investment", "gagnez", "winner"}
)


def examples() -> tuple[tuple[str, str, str], ...]:
    """Key, name and what each is for."""
    return (
        (DELIVERY, tr("rules", "Tag deliveries"), tr("rules", "Messages about parcels get the tag Delivery.")),
        (
            SCAM, tr("rules", "Keep scam links out of sight"),
            tr("rules", "Links to crypto, prizes and the like from people who are new here go to the shield."),
        ),
        (VIP, tr("rules", "VIPs to the top"), tr("rules", "What VIPs write becomes urgent.")),
    )  # fmt: skip


def example(key: str, id_: str) -> Rule:
    """One of them, for all channels."""
    names = {one: name for one, name, _ in examples()}
    received = When(Trigger.RECEIVED)
    match key:
        case "delivery":
            then, where = Do(Deed.TAG, tr("rules", "Delivery", "a tag")), All((Is(Field.SAYS, _PARCEL),))
        case "scam":
            parts = (Is(Field.HAS_LINK), Is(Field.NEW_AUTHOR), Is(Field.SAYS_PART, _SCAM))
            then, where = Do(Deed.SHIELD, ShieldKind.SCAM.value), All(parts)
        case _:
            then, where = Do(Deed.PRIORITY, Priority.URGENT.value), All((Is(Field.VIP),))
    return Rule(id_, names[key], received, (then,), where, everywhere=True)
