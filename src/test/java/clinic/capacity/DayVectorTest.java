package clinic.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import clinic.calendar.QuarterHours;
import clinic.testing.Spans;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DayVectorTest {
    private static final QuarterHours NINE_TO_TEN = new QuarterHours(36, 40);

    @Property
    void releasingIsTheInverseOfTaking(
            @ForAll("any") DayVector before,
            @ForAll("spans") QuarterHours span,
            @ForAll @IntRange(max = 100) int amount) {
        assertThat(before.plus(span, amount).minus(span, amount)).isEqualTo(before);
    }

    @Property
    void survivesTheDatabase(@ForAll("any") DayVector vector) {
        DayVectorColumn column = new DayVectorColumn();
        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(vector)))
                .isEqualTo(vector);
    }

    @Test
    void changesAreNewVectors() {
        DayVector.EMPTY.plus(NINE_TO_TEN, 1);
        assertThat(DayVector.EMPTY.sum()).isZero();
    }

    @Test
    void refusesToReleaseWhatWasNeverTaken() {
        assertThatIllegalArgumentException().isThrownBy(() -> DayVector.EMPTY.minus(NINE_TO_TEN, 1));
    }

    @Test
    void refusesMoreThanAByteHolds() {
        DayVector full = DayVector.EMPTY.plus(NINE_TO_TEN, 255);
        assertThat(full.at(36)).isEqualTo(255);
        assertThatIllegalArgumentException().isThrownBy(() -> full.plus(NINE_TO_TEN, 1));
    }

    @Test
    void givesBackNoMoreThanThereIs() {
        assertThat(DayVector.EMPTY.plus(NINE_TO_TEN, 1).less(NINE_TO_TEN, 3)).isEqualTo(DayVector.EMPTY);
    }

    @Test
    void keepsItsBytesToItself() {
        byte[] bytes = new byte[96];
        DayVector vector = DayVector.of(bytes);
        bytes[0] = 1;
        vector.toBytes()[1] = 1;
        assertThat(vector).isEqualTo(DayVector.EMPTY);
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<QuarterHours> spans() {
        return Spans.ofADay();
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<DayVector> any() {
        return Spans.ofADay().list().ofMaxSize(6).map(spans -> {
            DayVector vector = DayVector.EMPTY;
            for (QuarterHours span : spans) {
                vector = vector.plus(span, 20);
            }
            return vector;
        });
    }
}
