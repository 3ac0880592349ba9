package clinic.security;

import clinic.booking.PrivateLinks;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Locale;

/** A code on paper, for who lost her phone. It opens once; then the row is gone. */
@Entity
@Table(name = "recovery_code")
class RecoveryCode {
    private static final int LENGTH = 12;
    private static final int HALF = 6;

    @Id
    private String fingerprint;

    @Column(name = "account_id")
    private long account;

    protected RecoveryCode() {}

    RecoveryCode(long account, String code) {
        this.account = account;
        this.fingerprint = fingerprint(account, code);
    }

    /** Sixty bits, in letters and digits that are not taken for one another. */
    static String random() {
        String text = Base32.of(Secrets.bytes()).substring(0, LENGTH);
        return text.substring(0, HALF) + "-" + text.substring(HALF);
    }

    /** However it was typed. */
    static String fingerprint(long account, String typed) {
        String code = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", "");
        return PrivateLinks.fingerprint(account + ":" + code);
    }
}
