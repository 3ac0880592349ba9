package clinic.web;

import clinic.booking.DayTimes;
import clinic.booking.StaffVisit;
import clinic.calendar.ClinicProfile;
import clinic.calendar.QuarterHours;
import clinic.capacity.Resource;
import clinic.security.Caller;
import clinic.staff.Task;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The days in view, for the script that draws them: who comes, what is closed, how much is free, in the reader's words.
 * Asked again with the tag it was given, it answers 304 until a colleague changes something.
 */
@WebServlet("/staff/calendar/feed")
public class CalendarFeed extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final JsonGeneratorFactory JSON = Json.createGeneratorFactory(Map.of());

    @Inject
    private transient CalendarSheet sheet;

    @Inject
    private transient CalendarWords words;

    @Inject
    private transient VisitWords visitWords;

    @Inject
    private transient Words said;

    @Inject
    private transient ClinicProfile profile;

    @Inject
    private transient Caller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String content = content();
        CRC32 sum = new CRC32();
        sum.update(content.getBytes(StandardCharsets.UTF_8));
        String tag = "\"" + Long.toHexString(sum.getValue()) + "-" + content.length() + "\"";
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("application/json;charset=UTF-8");
        // The clock goes on without anything being new.
        String now =
                profile.now().toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString();
        response.getWriter().write("{\"now\":\"" + now + "\"," + content.substring(1));
    }

    private String content() {
        StringWriter content = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(content)) {
            json.writeStartObject();
            QuarterHours window = sheet.window();
            json.write("opens", clock(window.start()));
            json.write("closes", clock(window.end()));
            json.writeStartArray("hidden");
            sheet.hidden().forEach(weekday -> json.write(weekday.getValue() % 7));
            json.writeEnd().writeStartArray("resources");
            sheet.columns().forEach(each -> write(json, each));
            json.writeEnd().writeStartArray("visits");
            boolean mayMove = caller.actor().may(Task.WRITE);
            sheet.visits().forEach(visit -> write(json, visit, mayMove));
            json.writeEnd().writeStartArray("shades");
            sheet.shades().forEach(shade -> write(json, shade));
            json.writeEnd().writeStartArray("days");
            if (sheet.view().span() != CalendarView.Span.DAY) {
                sheet.times().forEach(day -> write(json, day));
            }
            json.writeEnd().writeEnd();
        }
        return content.toString();
    }

    private void write(JsonGenerator json, Resource resource) {
        json.writeStartObject()
                .write("id", Long.toString(resource.id()))
                .write("name", resource.name())
                .write("kind", resource.kind().name())
                .write("free", words.hoursFree(sheet.free(resource)))
                .writeEnd();
    }

    private void write(JsonGenerator json, StaffVisit visit, boolean mayMove) {
        LocalDate day = visit.slot().day();
        json.writeStartObject()
                .write("id", visit.id())
                .write("start", at(day, visit.slot().span().start()))
                .write("end", at(day, visit.slot().span().end()))
                .write("room", Long.toString(visit.room().id()))
                .write("clinician", Long.toString(visit.clinician().id()))
                .write("name", visitWords.name(visit))
                .write("time", said.time(visit.slot().span().startsAt()))
                .write("label", words.label(visit))
                .write("tone", visitWords.tone(visit))
                .write("word", visitWords.state(visit))
                .write("note", visitWords.remarks(visit))
                .write("movable", mayMove && visit.status().isOpen())
                .write("off", visit.status().isGone())
                .writeEnd();
    }

    private static void write(JsonGenerator json, CalendarSheet.Shade shade) {
        json.writeStartObject();
        shade.resource().ifPresent(id -> json.write("resource", Long.toString(id)));
        json.write("start", at(shade.day(), shade.stretch().span().start()))
                .write("end", at(shade.day(), shade.stretch().span().end()))
                .write("state", shade.stretch().state().name())
                .write("word", shade.word())
                .writeEnd();
    }

    private void write(JsonGenerator json, DayTimes day) {
        int count = sheet.countOn(day.day());
        json.writeStartObject()
                .write("day", day.day().toString())
                .write("closed", !profile.calendar().isOpen(day.day()))
                .write("free", day.slots().size())
                .write("word", words.free(day))
                .write("label", words.dayLabel(day, count))
                .write("all", count > sheet.visitsOn(day.day()).size() ? said.count("calendar.visits", count) : "")
                .writeEnd();
    }

    private static String at(LocalDate day, int quarter) {
        LocalDateTime moment = day.atStartOfDay().plusMinutes((long) quarter * QuarterHours.MINUTES);
        return moment.toString();
    }

    /** Half past eight is 08:30, the end of the day 24:00. */
    private static String clock(int quarter) {
        return String.format("%02d:%02d", quarter / 4, quarter % 4 * QuarterHours.MINUTES);
    }
}
