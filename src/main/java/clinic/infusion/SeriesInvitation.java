package clinic.infusion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/** That a patient was asked to come for a booster: once for each window. Never changed afterwards. */
@Entity
@Table(name = "series_invitation")
class SeriesInvitation {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "series_id")
    private long series;

    @Column(name = "window_opens")
    private LocalDate opens;

    @Enumerated(EnumType.STRING)
    private Booster.Way way;

    @Column(name = "invited_by")
    private String by;

    @Column(name = "invited_at")
    private Instant at;

    protected SeriesInvitation() {}

    SeriesInvitation(long series, BoosterWindow window, Booster.Way way, String by, Instant at) {
        this.series = series;
        this.opens = window.opens();
        this.way = way;
        this.by = by;
        this.at = at;
    }

    long series() {
        return series;
    }

    boolean isInto(BoosterWindow window) {
        return opens.equals(window.opens());
    }

    Booster.Invited told() {
        return new Booster.Invited(way, by, at);
    }
}
