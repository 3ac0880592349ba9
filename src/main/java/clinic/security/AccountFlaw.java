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
    PASSWORD_COMMON("newPassword", "account.password.common"),
    PASSWORD_WORD("newPassword", "account.password.word"),
    PASSWORD_ABOUT_YOU("newPassword", "account.password.about"),
    PASSWORD_KEYBOARD("newPassword", "account.password.keyboard"),
    PASSWORD_REPEATS("newPassword", "account.password.repeats"),
    PASSWORD_SEQUENCE("newPassword", "account.password.sequence"),
    PASSWORD_DATE("newPassword", "account.password.date"),
    PASSWORD_GUESSABLE("newPassword", "account.password.guessable"),
    /** The role of the account, or another change of this moment, leaves nobody who can administer. */
    LAST_ADMIN("", "account.last.admin");

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
