"""Times our pages beside a bare Django view: the same server, cluster, people and rows."""
