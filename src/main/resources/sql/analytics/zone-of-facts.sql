SELECT zone FROM dw.build
