namespace Gatehouse.Nextcloud.News;

/// <summary>A part of a list of articles.</summary>
/// <param name="Articles">The articles, those fetched last first.</param>
/// <param name="Next">What <see cref="ArticleQuery.Before"/> is for the next part; null at the end.</param>
public sealed record ArticlePage(IReadOnlyList<Article> Articles, long? Next);
