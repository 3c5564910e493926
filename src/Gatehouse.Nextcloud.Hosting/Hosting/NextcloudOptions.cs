namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Which Nextcloud people sign in at and work with.</summary>
public sealed class NextcloudOptions
{
    /// <summary>Its address as people see it in their browser, such as <c>https://cloud.example.com</c>; a path is allowed. Required.</summary>
    public string? Cloud { get; set; }

    /// <summary>The address that is called in its place, such as <c>http://nextcloud:80</c> in a container network.</summary>
    public string? CloudInternalUrl { get; set; }

    /// <summary>A PEM file with an authority to trust beside the system's.</summary>
    public string? CloudCa { get; set; }
}
