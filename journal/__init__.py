"""What a person felt: entries, the diary, the chart and what the numbers say."""
