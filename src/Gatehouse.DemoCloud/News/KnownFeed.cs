namespace Gatehouse.DemoCloud.News;

/// <summary>A feed that this cloud can subscribe to, newest article first.</summary>
internal sealed record KnownFeed(string Url, string Title, string Link, IReadOnlyList<KnownArticle> Articles);
