package clinic.web;

import clinic.calendar.ClinicProfile;
import clinic.notification.Message;
import clinic.notification.MessageDesk;
import clinic.security.AccountRefused;
import clinic.security.Caller;
import clinic.security.Member;
import clinic.security.NewAccount;
import clinic.security.TeamDesk;
import clinic.staff.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Who works here, {@code staff/team.xhtml}; for admins. */
@Named
@RequestScoped
public class TeamPage {
    @Inject
    private TeamDesk desk;

    @Inject
    private Caller caller;

    @Inject
    private AccountProblems problems;

    @Inject
    private Refusals refusals;

    @Inject
    private ClinicProfile profile;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    @Inject
    private MessageDesk messages;

    private List<Member> members;
    private Map<String, Message> emails;
    private String done = "";
    private String colleague = "";
    private String email = "";
    private String user = "";
    private String newRole = Role.FRONT_DESK.name();

    /** Also does what the buttons beside a name ask for. */
    public void open() {
        if ("POST".equals(request.getMethod())) {
            buttons().forEach((button, deed) -> Optional.ofNullable(request.getParameter(button))
                    .filter(id -> id.matches("[0-9]{1,18}"))
                    .ifPresent(id -> change(() -> deed.accept(Long.parseLong(id)))));
            Optional.ofNullable(request.getParameter("role"))
                    .filter(wanted -> wanted.matches("[0-9]{1,18}:(FRONT_DESK|NURSE|PRESCRIBER|ADMIN|AUDITOR)"))
                    .map(wanted -> wanted.split(":"))
                    .ifPresent(wanted -> change(() -> desk.giveRole(
                            caller.actor(), caller.self(), Long.parseLong(wanted[0]), Role.valueOf(wanted[1]))));
        }
        members = desk.team(caller.actor());
    }

    private Map<String, LongConsumer> buttons() {
        return Map.of(
                "again", id -> desk.inviteAgain(caller.actor(), caller.self(), id),
                "unlock", id -> desk.unlock(caller.actor(), caller.self(), id),
                "factor", id -> desk.removeSecondFactor(caller.actor(), caller.self(), id),
                "end", id -> desk.endSessions(caller.actor(), caller.self(), id),
                "disable", id -> desk.disable(caller.actor(), caller.self(), id, true),
                "enable", id -> desk.disable(caller.actor(), caller.self(), id, false));
    }

    public void invite() {
        NewAccount account = new NewAccount(user, colleague, email, Role.valueOf(newRole), words.language());
        if (change(() -> desk.invite(caller.actor(), caller.self(), account))) {
            colleague = "";
            email = "";
            user = "";
        }
        members = desk.team(caller.actor());
    }

    private boolean change(Runnable deed) {
        try {
            boolean changed = refusals.done(deed);
            done = changed ? words.say("team.done") : "";
            return changed;
        } catch (AccountRefused refused) {
            problems.show(refused);
            return false;
        }
    }

    public boolean me(Member member) {
        return member.id() == caller.self().account();
    }

    public String when(Instant moment) {
        return words.moment(moment.atZone(profile.zone()));
    }

    public List<Member> getMembers() {
        return members == null ? List.of() : members;
    }

    /** The email with the link to a password; while there is something to know about it. */
    public Optional<Message> email(Member member) {
        if (emails == null) {
            emails = messages.toTeam(caller.actor());
        }
        return Optional.ofNullable(emails.get(member.name()))
                .filter(email -> member.invited() || email.state() == Message.State.UNDELIVERABLE);
    }

    public String tone(Message email) {
        return switch (email.state()) {
            case UNDELIVERABLE -> "stop";
            case QUEUED -> "warn";
            case SENT, SUPPRESSED -> "";
        };
    }

    public List<Role> getRoles() {
        return List.of(Role.values());
    }

    public String getDone() {
        return done;
    }

    public String getColleague() {
        return colleague;
    }

    public void setColleague(String colleague) {
        this.colleague = Typed.text(colleague);
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = Typed.text(email);
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = Typed.text(user);
    }

    public String getNewRole() {
        return newRole;
    }

    public void setNewRole(String newRole) {
        this.newRole = Typed.text(newRole);
    }
}
