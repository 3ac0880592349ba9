package clinic.web;

import clinic.calendar.ClinicProfile;
import clinic.security.AuditDesk;
import clinic.security.AuditEntry;
import clinic.security.AuditQuestion;
import clinic.security.Caller;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The audit trail as a table for other programs (RFC 4180), the newest first, times in UTC. */
@WebServlet("/staff/audit.csv")
public class AuditExport extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final List<String> NAMES = List.of("from", "to", "who", "action", "record", "id");

    @Inject
    private transient AuditDesk desk;

    @Inject
    private transient Caller caller;

    @Inject
    private transient ClinicProfile profile;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuditFilter filter = new AuditFilter();
        NAMES.forEach(name -> filter.set(name, request.getParameter(name)));
        AuditQuestion question = filter.question(profile.zone());
        List<AuditEntry> part = desk.export(caller.actor(), question);
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        PrintWriter out = response.getWriter();
        out.print("id,at,who,role,address,action,record,recordId,fields,reason,outcome\r\n");
        while (!part.isEmpty()) {
            part.forEach(entry -> out.print(line(entry)));
            part = desk.export(
                    caller.actor(), question.before(part.get(part.size() - 1).id()));
        }
    }

    private static String line(AuditEntry entry) {
        return Stream.of(
                        Long.toString(entry.id()),
                        entry.at().toString(),
                        entry.who(),
                        entry.role(),
                        entry.address(),
                        entry.action(),
                        entry.record(),
                        entry.recordId(),
                        entry.fields(),
                        entry.reason(),
                        entry.outcome())
                .map(AuditExport::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /** A cell that begins like a formula would be run by the program it is opened with. */
    static String cell(String text) {
        String harmless = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
        return Optional.of(harmless)
                .filter(plain -> !plain.matches("(?s).*[\",\\r\\n].*"))
                .orElseGet(() -> '"' + harmless.replace("\"", "\"\"") + '"');
    }
}
