import asyncio, time, os
from pathlib import Path
from tests.connectors.bluesky import network
from tests.flows.bluesky_traffic import Traffic
from socialdesk.connectors.suite.examine import examine
from socialdesk.connectors.suite.find import find_subject
def test_it(bluesky_network):
    t=Traffic(bluesky_network, bluesky_network.new_account("brand"), [bluesky_network.new_account("ann")],1)
    network.use(t)
    last=[time.time()]
    def told(f):
        n=time.time(); print(f"{n-last[0]:.2f} {f.check.level.value:9}{f.check.name:28}{f.outcome.value:10} {len(f.asked)} {f.words[:300]}"); last[0]=n
    r=asyncio.run(examine(find_subject("bluesky",here=Path(".")),os.environ.get("ONLY","").split(",") if os.environ.get("ONLY") else (),told))
    print(r.level); t.close(); network.use(None)
