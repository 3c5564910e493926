namespace Gatehouse.AspNetCore.Hosting;

/// <summary>One address of the server.</summary>
internal interface IEndpoint
{
    Task<IResult> HandleAsync(HttpContext context);
}
