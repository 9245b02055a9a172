"""Knows which number to call for help, by country."""

DEFAULT = "112"  # answered in the European Union and on most mobile networks elsewhere

NUMBERS = {
    **dict.fromkeys(["US", "CA", "MX", "PH", "PA", "PR"], "911"),
    **dict.fromkeys(["GB", "IE", "HK", "MY", "KE", "BD"], "999"),
    **dict.fromkeys(["SG"], "995"),  # 999 is the police there
    **dict.fromkeys(["AU"], "000"),
    **dict.fromkeys(["NZ"], "111"),
    **dict.fromkeys(["JP", "KR", "TW"], "119"),
    **dict.fromkeys(["CN"], "120"),
    **dict.fromkeys(["BR"], "192"),
    **dict.fromkeys(["AR"], "107"),
    **dict.fromkeys(["CL"], "131"),
    **dict.fromkeys(["IL"], "101"),
    **dict.fromkeys(["ZA"], "10177"),
    **dict.fromkeys(["TH"], "1669"),
    **dict.fromkeys(["VN"], "115"),
}


def emergency_number(country: str) -> str:
    """Return the number for an ambulance, by two-letter country; 112 where we know none.

    Source:
        National emergency numbers as published by each country's emergency service.
    """
    return NUMBERS.get(country.upper(), DEFAULT)


def country_of_languages(accept_language: str) -> str:
    """Return the country that a browser's first language names ("en-US" gives "US"), or nothing."""
    first = accept_language.partition(",")[0].partition(";")[0].strip()
    region = first.rpartition("-")[2]
    return region.upper() if "-" in first and len(region) == 2 and region.isalpha() else ""
