{# Says what this version keeps, then how. Takes kept (JSON of names that are ours) and worker (the address of the script). #}
{% autoescape off %}var KEPT = {{ kept }};
importScripts("{{ worker }}");{% endautoescape %}
