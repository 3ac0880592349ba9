package clinic.security;

/**
 * How a phone learns its secret.
 *
 * @param seed by which the house finds the same secret again
 * @param secret for who cannot scan, in groups of four
 * @param path of the picture, in squares of one by one
 * @param size of the picture, its quiet edge included
 */
public record SecondFactorOffer(String seed, String secret, String path, int size) {
    public String box() {
        return "0 0 " + size + " " + size;
    }
}
