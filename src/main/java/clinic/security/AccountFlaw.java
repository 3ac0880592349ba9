package clinic.security;

/** What can be wrong with how an account was filled in. */
public enum AccountFlaw {
    NAME_BAD("user", "account.name.bad"),
    NAME_TAKEN("user", "account.name.taken"),
    FULL_NAME_BAD("fullName", "account.fullname.bad"),
    ONESELF("", "account.oneself"),
    LABEL_BAD("label", "account.label.bad"),
    CODE_WRONG("code", "account.code.wrong"),
    EMAIL_BAD("email", "account.email.bad"),
    EMAIL_OUT_OF_REACH("email", "account.email.reach"),
    PASSWORD_SHORT("newPassword", "account.password.short"),
    PASSWORD_LONG("newPassword", "account.password.long"),
    PASSWORD_KNOWN("newPassword", "account.password.known");

    private final String field;
    private final String text;

    AccountFlaw(String field, String text) {
        this.field = field;
        this.text = text;
    }

    /** The field at fault. */
    public String field() {
        return field;
    }

    /** The key of what to say. */
    public String text() {
        return text;
    }
}
