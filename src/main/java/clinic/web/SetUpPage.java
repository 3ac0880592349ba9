package clinic.web;

import clinic.security.AccountRefused;
import clinic.security.Caller;
import clinic.security.FirstAccounts;
import clinic.security.LinkExpired;
import clinic.security.NewAccount;
import clinic.staff.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The first account of a house, {@code staff/set-up.xhtml}, for who has the link from its log. */
@Named
@RequestScoped
public class SetUpPage {
    @Inject
    private FirstAccounts accounts;

    @Inject
    private AccountProblems problems;

    @Inject
    private Refusals refusals;

    @Inject
    private Caller caller;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private String user = "";
    private String fullName = "";
    private String email = "";
    private String newPassword = "";

    public void open() {
        if (!accounts.mayBegin(key())) {
            Steps.notFound();
        }
    }

    public void begin() {
        if (refusals.done(this::make) && refusals.getProblems().isEmpty()) {
            Steps.staff("/staff/sign-in");
        }
    }

    private void make() {
        try {
            NewAccount admin = new NewAccount(user, fullName, email, Role.ADMIN, words.language());
            accounts.begin(key(), admin, newPassword, caller.address());
        } catch (AccountRefused refused) {
            problems.show(refused);
        } catch (LinkExpired tooLate) {
            Steps.notFound();
        }
    }

    private String key() {
        return PrivatePaths.keyOf(request).orElse("");
    }

    public String getUser() {
        return user;
    }

    public void setUser(String user) {
        this.user = Typed.text(user);
    }

    public String getFullName() {
        return fullName;
    }

    public void setFullName(String fullName) {
        this.fullName = Typed.text(fullName);
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = Typed.text(email);
    }

    public String getNewPassword() {
        return "";
    }

    public void setNewPassword(String newPassword) {
        this.newPassword = Typed.secret(newPassword);
    }
}
