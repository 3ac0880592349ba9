package clinic.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class TestsHaveTimeIT {
    @Test
    void areWaitedForAsLongAsTheDriverWaits() {
        assertThat(Waiting.millisFor(0)).isZero();
    }
}
