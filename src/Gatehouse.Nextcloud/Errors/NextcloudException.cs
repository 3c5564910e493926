namespace Gatehouse.Nextcloud.Errors;

/// <summary>A call to a Nextcloud that did not do what it was asked; <see cref="Error"/> says what to do.</summary>
public sealed class NextcloudException : Exception
{
    /// <summary>Throws an error.</summary>
    public NextcloudException(NextcloudError error, Exception? innerException = null)
        : base(error.ToString(), innerException) => Error = error;

    /// <summary>What went wrong.</summary>
    public NextcloudError Error { get; }

    /// <summary>Its kind.</summary>
    public NextcloudErrorKind Kind => Error.Kind;
}
