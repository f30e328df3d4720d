"""Files as schools hand them over, made from what a test says and nothing else."""

import io
import zipfile

SCHOOLS = (
    b"URN,EstablishmentName,LA (code),EstablishmentNumber\n"
    b"100000,Larkfield,201,4000\n100001,Otherby,201,4001\n"
)
HISTORY = (
    "<SchoolHistory><School><LEA>201</LEA><Estab>4000</Estab><EntryDate>2022-09-05</EntryDate>"
    "<LeavingDate>2026-10-16</LeavingDate><LeavingReason>MOVE</LeavingReason></School>"
    "<School><LEA>201</LEA><Estab>4001</Estab><EntryDate>2026-10-19</EntryDate></School>"
    "</SchoolHistory>"
)
SEN = (
    "<SENhistory><SEN><StartDate>2023-01-09</StartDate><SENprovision>K</SENprovision></SEN>\n"
    "<SEN><StartDate>2025-03-03</StartDate><SENprovision>E</SENprovision></SEN>"
    "<SENneeds><SENneed><SENneedRank>2</SENneedRank><SENneedType>SEMH</SENneedType></SENneed>"
    "<SENneed><SENneedRank>1</SENneedRank><SENneedType>SLCN</SENneedType></SENneed></SENneeds>"
    "</SENhistory>"
)
YEAR = (
    "<Attendance><YearData><Year>2025</Year><LEA>201</LEA><Estab>4000</Estab>"
    "<SessionsPossible>378</SessionsPossible><SessionsAuthorised>30</SessionsAuthorised>"
    "<SessionsUnauthorised>12</SessionsUnauthorised></YearData></Attendance>"
)


def ctf(*inside: str, version: str = "25.0", sex: str = "Sex", forename: str = "Ada") -> bytes:
    """Write a transfer file of one pupil, with these groups."""
    return (
        "<CTfile><Header><DocumentName>Common Transfer File</DocumentName>"
        f"<CTFversion>{version}</CTFversion><DateTime>2026-10-17T09:00:00</DateTime>"
        "<SourceSchool><LEA>201</LEA><Estab>4000</Estab><SchoolName>Larkfield</SchoolName>"
        "</SourceSchool></Header>\n<CTFpupilData>\n<Pupil><UPN>T201499913001</UPN>"
        f"<Surname>Example</Surname><Forename>{forename}</Forename><DOB>2013-03-05</DOB>"
        f"<{sex}>F</{sex}><BasicDetails><NCyearActual>7</NCyearActual><EnrolStatus>C</EnrolStatus>"
        f"</BasicDetails>\n{''.join(inside)}</Pupil>\n</CTFpupilData></CTfile>"
    ).encode()


CENSUS = {
    "school": "schooltableid,NativeId,lea,estab,referencedate\n"
    "S1,1,201,4000,2026-Jan-15 00:00:00\n",
    "pupilonroll": "pupilonrolltableid,NativeId,dob,surname,forename,upn,sex,entrydate,enrolstatus,"
    "ncyearactual,senprovision,termlysessionspossible\n"
    "P1,1,2013-Mar-05 00:00:00,Example,Ada,T201499913001,F,2024-Sep-03 00:00:00,C,7,K,140\n"
    "P2,2,2014-Jun-01 00:00:00,Other,Ben,,M,2024-Sep-03 00:00:00,C,6,N,140\n",
    "senneeds": "senneedstableid,pupilonrolltableid,sentype,sentyperank\n"
    "N1,P1,SLCN,1\nN2,P1,SEMH,2\n",
    "termlysessiondetailsonroll": "pupilonrolltableid,attendancereason,sessions\n"
    "P1,I,20\nP1,C2,10\nP2,I,3\n",
    "termlyexclusionsonroll": "pupilonrolltableid,startdate,sessions,reason1,category\n"
    "P1,2025-Nov-03 00:00:00,4,PB,SUSP\n",
    "pupilnolongeronroll": "pupilnolongeronrolltableid,dob,surname,forename,upn,sex,entrydate,"
    "leavingdate,termlysessionspossible\n"
    "L1,2012-Feb-02 00:00:00,Gone,Cleo,,F,2023-Sep-04 00:00:00,2025-Dec-19 00:00:00,100\n",
}


def census(**other: str | None) -> bytes:
    """Write a census as COLLECT's zip; a group given as None is left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for group, text in (CENSUS | other).items():
            if text is not None:
                packed.writestr(f"201_4000_{group}.csv", text)
    return out.getvalue()
