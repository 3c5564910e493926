namespace Gatehouse.Nextcloud.Tools.Tests.Contract;

/// <summary>An error of an app as it was recorded.</summary>
/// <param name="Name">What it is, e.g. <c>not-found</c>.</param>
/// <param name="Methods">Methods it may answer, separated by spaces; <c>*</c> for all.</param>
/// <param name="Route">The beginning of the paths it may answer.</param>
/// <param name="Recording">Where it was recorded, <c>FOLDER/NAME</c>.</param>
internal sealed record RecordedFault(string Name, string Methods, string Route, string Recording)
{
    public bool Answers(string method, string path) =>
        path.StartsWith(Route, StringComparison.Ordinal) && (Methods == "*" || Methods.Split(' ').Contains(method));

    public CloudFault AtCloud()
    {
        var parts = Recording.Split('/');
        return new(Name, (host, method, path) => host.Cloud.Play(parts[0], parts[1], path, method));
    }
}
