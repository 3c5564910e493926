namespace Gatehouse.Nextcloud.Tools.Tests.Contract;

/// <summary>Something a cloud answers in the place of what an example says.</summary>
/// <param name="Name">What it is, in one word, e.g. <c>not-found</c>.</param>
/// <param name="Plan">Plans it for a method and a path.</param>
internal sealed record CloudFault(string Name, Action<ExampleHost, string, string> Plan);
