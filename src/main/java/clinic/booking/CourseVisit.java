package clinic.booking;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Which visit of which series a treatment is: the third of six. */
@Embeddable
public class CourseVisit {
    @Column(name = "series_id")
    private long series;

    @Column(name = "series_no")
    private int no;

    @Column(name = "series_of")
    private int of;

    protected CourseVisit() {}

    /**
     * @param no from 1
     * @param of how many the series has
     */
    public CourseVisit(long series, int no, int of) {
        if (no < 1 || no > of) {
            throw new IllegalArgumentException("no visit " + no + " of " + of);
        }
        this.series = series;
        this.no = no;
        this.of = of;
    }

    public long series() {
        return series;
    }

    public int no() {
        return no;
    }

    public int of() {
        return of;
    }
}
