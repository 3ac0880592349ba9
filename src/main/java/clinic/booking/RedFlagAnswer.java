package clinic.booking;

import clinic.patient.RedFlag;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/** A red flag somebody raised, with the wording of the question and of the advice she was shown. */
@Embeddable
class RedFlagAnswer {
    @Enumerated(EnumType.STRING)
    private RedFlag code;

    @Enumerated(EnumType.STRING)
    private RedFlag.Level level;

    @Column(name = "text_version")
    private String textVersion;

    private Instant at;

    protected RedFlagAnswer() {}

    RedFlagAnswer(RedFlag flag, String textVersion, Instant at) {
        this.code = flag;
        this.level = flag.level();
        this.textVersion = textVersion;
        this.at = at;
    }

    RedFlag flag() {
        return code;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RedFlagAnswer that && code == that.code;
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }
}
