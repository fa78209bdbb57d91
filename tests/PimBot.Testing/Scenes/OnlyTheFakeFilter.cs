using System.Net;
using Microsoft.Extensions.Http;

namespace PimBot.Testing;

/// <summary>
/// Lets every HttpClient of the host reach one address only and throws for any other, so that nothing that a test did
/// not set up is ever called. The product's own handlers and their settings stay in place.
/// </summary>
internal sealed class OnlyTheFakeFilter(Uri allowed) : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) =>
        builder =>
        {
            next(builder);
            if (builder.PrimaryHandler is SocketsHttpHandler sockets)
            {
                sockets.UseProxy = false;
                var connect = sockets.ConnectCallback;
                sockets.ConnectCallback = (context, cancellation) =>
                    IsAllowed(context.DnsEndPoint)
                        ? connect?.Invoke(context, cancellation) ?? ConnectAsync(context, cancellation)
                        : throw Refused(context.DnsEndPoint.ToString());
            }

            builder.AdditionalHandlers.Add(new Guard(this));
        };

    private static InvalidOperationException Refused(string where) => new($"Unstubbed outgoing HTTP to {where}.");

    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context,
        CancellationToken cancellation
    )
    {
        var socket = new System.Net.Sockets.Socket(
            System.Net.Sockets.SocketType.Stream,
            System.Net.Sockets.ProtocolType.Tcp
        )
        {
            NoDelay = true,
        };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsAllowed(DnsEndPoint endPoint) => endPoint.Host == allowed.Host && endPoint.Port == allowed.Port;

    private sealed class Guard(OnlyTheFakeFilter filter) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellation
        )
        {
            var uri = request.RequestUri!;
            return filter.IsAllowed(new DnsEndPoint(uri.Host, uri.Port))
                ? base.SendAsync(request, cancellation)
                : throw Refused(uri.GetLeftPart(UriPartial.Authority));
        }
    }
}
