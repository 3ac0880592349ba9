package clinic.security;

import clinic.booking.PrivateLinks;
import clinic.patient.Language;
import clinic.patient.MailReach;
import clinic.staff.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who can come in when nobody can yet. A demonstration has an account for every role, with passwords that are no secret,
 * and says so; they let nobody in anywhere else. A real house tells the person who starts it where to make the first
 * account, for as long as there is none.
 */
@ApplicationScoped
public class FirstAccounts {
    /** What this logger says, the console repeats word for word. */
    private static final Logger CONSOLE = Logger.getLogger("clinic.console");

    private record Demo(Role role, String user, String name) {
        String password() {
            return "let-" + user + "-in";
        }
    }

    private static final List<Demo> DEMO = List.of(
            new Demo(Role.ADMIN, "admin", "Alex Moreno"),
            new Demo(Role.PRESCRIBER, "prescriber", "Dr. Priya Raman"),
            new Demo(Role.NURSE, "nurse", "Noor Haddad"),
            new Demo(Role.FRONT_DESK, "frontdesk", "Frankie Doyle"),
            new Demo(Role.AUDITOR, "auditor", "Aud Lindgren"));

    @Inject
    private AccountDesk desk;

    @Inject
    private Passwords passwords;

    @Inject
    private PasswordRules rules;

    @Inject
    private PrivateLinks links;

    @Inject
    private MailReach reach;

    @Inject
    @ConfigProperty(name = "clinic.demo", defaultValue = "false")
    private boolean demonstration;

    @Inject
    @ConfigProperty(name = "clinic.base.url", defaultValue = "http://localhost:8080")
    private String base;

    public void open() {
        if (demonstration) {
            DEMO.forEach(this::open);
        } else if (desk.isEmpty()) {
            CONSOLE.info(() -> "set up: nobody can sign in yet; make the first account at " + base.replaceAll("/+$", "")
                    + "/staff/set-up/" + key());
        }
    }

    private void open(Demo demo) {
        if (!desk.exists(demo.user())) {
            NewAccount wanted = new NewAccount(
                    demo.user(), demo.name(), demo.user() + "@example.org", demo.role(), Language.ENGLISH);
            desk.addForDemonstration(wanted, passwords.hashOfNoSecret(demo.password()));
        }
        String token = links.key("demo-token", demo.user());
        desk.giveToken(demo.user(), "demo", token);
        CONSOLE.info(() -> "demo login: " + demo.role() + " " + demo.user() + " " + demo.password());
        CONSOLE.info(() -> "demo token: " + demo.role() + " " + token);
    }

    /** Whether it is the key of the set-up link, and nobody has used it. */
    public boolean mayBegin(String key) {
        return !demonstration && Secrets.same(key, key()) && desk.isEmpty();
    }

    /** Makes the first admin. */
    public void begin(String key, NewAccount admin, String password, String address) {
        if (!mayBegin(key)) {
            throw new LinkExpired();
        }
        AccountRules.refuse(AccountRules.flaws(admin, reach));
        rules.must(password, admin.name(), admin.fullName(), admin.email());
        desk.addFirst(admin, passwords.hash(password), address);
    }

    private String key() {
        return links.key("set-up", "first account");
    }
}
