package nl.klimrek.standalone.hr;

/** An invented export with every quirk that real ones have: a mark before the first byte, blanks, names turned round. */
public final class MessyExport {

    public static final String CSV = "\uFEFFName,No,Hired,Gone,Department,Boss,BossNo,Hours,Days\r\n"
            + "\"De Wit, Noor  K\",901,07/05/11,,Productie       ,Eva Vos,22,\"32,5\",MON TUE\r\n"
            + "\"Smit,Anna\",902,03/30/15,06/16/16,Productie,Eva  Vos,30,,\r\n"
            + "\"Vos, Eva   \",903,01/07/08,,Directie,Raad van Toezicht,,,\r\n"
            + "\"Bos, Piet\",904,someday,,Productie,Eva Vos,22,,\r\n";

    public static final String MAP = """
            dates: MM/dd/yy
            latestYear: 2025
            managerName: Boss
            fields:
              employeeNumber: {column: "No"}
              familyName: {column: Name, part: family}
              givenName: {column: Name, part: given}
              effectiveAt: {column: Hired}
              startDate: {column: Hired}
              endDate: {column: Gone}
              team: {column: Department, values: {Directie: Bestuur}}
              contractKind: {constant: PERMANENT}
              hoursPerWeek: {column: Hours}
              workingDays: {column: Days}
            """;

    private MessyExport() {}
}
