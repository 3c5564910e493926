namespace Gatehouse.Nextcloud.News;

/// <summary>The newest article that is marked; what came later stays unread.</summary>
internal sealed record NewestItemWrite(long NewestItemId);
