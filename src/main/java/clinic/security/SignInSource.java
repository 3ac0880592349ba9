package clinic.security;

import java.util.List;
import java.util.OptionalLong;

/**
 * From where somebody signs in.
 *
 * @param address of the client
 * @param devices what the browser shows for having signed in before, genuine or not; see {@link DeviceCookie}
 * @param session the one the browser is signed in with already, which ends when it signs in anew
 */
public record SignInSource(String address, List<String> devices, OptionalLong session) {
    public SignInSource {
        devices = List.copyOf(devices);
    }
}
