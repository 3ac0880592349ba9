package clinic.api;

/** The body of a request as it came, not yet read as JSON: an empty one is fine where everything in it is optional. */
record JsonBody(byte[] bytes) {

    JsonFields fields() {
        if (bytes.length == 0) {
            throw new MalformedJson("nothing there");
        }
        return JsonFields.of(JsonText.parse(bytes));
    }

    /** The fields, none of which is needed. */
    JsonFields optionalFields() {
        return bytes.length == 0 ? JsonFields.of(java.util.Map.of()) : fields();
    }

    /** What tells whether two requests ask for the same. */
    String content() {
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }
}
