package clinic.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkAddressTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.3.4, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "10.1.2.3/8, 10.9.9.9, true",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "192.0.2.0/31, 192.0.2.1, true",
        "192.0.2.0/31, 192.0.2.2, false",
        "0.0.0.0/0, 203.0.113.9, true",
        "fd00::/8, fd12:3456::1, true",
        "fd00::/8, fe80::1, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "0.0.0.0/0, ::1, false"
    })
    void knowsWhatARangeHolds(String range, String address, boolean holds) {
        assertThat(NetworkAddress.findRange(range)
                        .orElseThrow()
                        .contains(NetworkAddress.find(address).orElseThrow()))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "unknown", "localhost", "10.0.0", "10.0.0.256", "10.0.0.1:80", "_hidden", "::zz", "1:2"})
    void looksNoNameUp(String text) {
        assertThat(NetworkAddress.find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "fd00::/129", "x/8"})
    void takesNoRangeLongerThanAnAddress(String text) {
        assertThat(NetworkAddress.findRange(text)).isEmpty();
    }

    @Test
    void readsABracketedAddress() {
        assertThat(NetworkAddress.find("[fd00::1]")).isEqualTo(NetworkAddress.find("fd00::1"));
    }
}
