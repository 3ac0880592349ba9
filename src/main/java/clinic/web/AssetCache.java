package clinic.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What is asked for by its fingerprint never changes. */
@WebFilter(filterName = "AssetCache", urlPatterns = "/assets/*")
public class AssetCache extends HttpFilter {
    private static final long serialVersionUID = 1;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean named = request.getParameter("v") != null;
        response.setHeader("Cache-Control", named ? "public, max-age=31536000, immutable" : "public, max-age=300");
        chain.doFilter(request, response);
    }
}
